#!/bin/bash
# A job array of eight. When it is done, on any machine: policy-align report parts/*.json --output portfolio.html
#SBATCH --job-name=policy-align
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
set -euo pipefail
mkdir -p parts
policy-align check policies --procedures northmoor.procedures.yaml --shard auto --fail-on never --quiet --output "parts/$SLURM_ARRAY_TASK_ID.json"

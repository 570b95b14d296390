import {Command} from '@oclif/core/command'

/** What all commands share. */
export abstract class BaseCommand extends Command {
  /** Errors pass through to main, which tells them. oclif alone would print a trace and end with 1, as findings do. */
  protected override async catch(error: Error): Promise<never> {
    throw error
  }
}

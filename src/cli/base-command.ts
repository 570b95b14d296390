import {Command} from '@oclif/core/command'

/** What all commands share. */
export abstract class BaseCommand extends Command {
  /** Errors pass through to main, which tells them. oclif alone would print a trace and end with 1, as findings do. */
  protected override async catch(error: Error): Promise<never> {
    throw error
  }

  /** What a report says that it was made by. */
  protected get tool(): {readonly name: string; readonly version: string} {
    return {name: this.config.name, version: this.config.version}
  }
}

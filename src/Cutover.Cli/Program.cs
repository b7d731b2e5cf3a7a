using Cutover.Cli;

return await new CommandLine(TimeProvider.System).RunAsync(args);

namespace Cutover.Cli.Terminal;

/// <summary>What stands on stdout.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON document a line, and nothing else.</summary>
    Json,
}

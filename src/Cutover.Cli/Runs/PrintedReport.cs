namespace Cutover.Cli.Runs;

/// <summary>The JSON output of report.</summary>
internal sealed record PrintedReport(long RunId, string Format, string Report);

using System.Text.Json;
using Cutover.Core.Runs;

namespace Cutover.Cli.Tests.Processes;

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors)
{
    /// <summary>Stdout as one JSON document; fails when it is anything more, or less.</summary>
    public T Data<T>() => RunJson.Read<T>(Output);

    /// <summary>Stderr as one JSON problem.</summary>
    public JsonElement Problem => JsonDocument.Parse(Errors).RootElement;

    /// <summary>Stdout as one JSON document a line.</summary>
    public JsonElement[] Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}

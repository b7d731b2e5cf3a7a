using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>The forms that single values of "probes" have.</summary>
internal static class ProbeScalars
{
    public static ScalarFormat<string> Text { get; } =
        Of("a text", ProbeNotation.ReadText, ProbeNotation.TextPattern, "\"hello\"");

    public static ScalarFormat<string> Subprotocol { get; } =
        Of("a subprotocol", ProbeNotation.ReadToken, ProbeNotation.TokenPattern, "chat.v2");

    public static ScalarFormat<string> Path { get; } =
        Of("a path", ProbeNotation.ReadPath, ProbeNotation.PathPattern, "/mobile");

    public static ScalarFormat<IpFamily> Family { get; } =
        Words.Of("a family of IP addresses", ("ipv4", IpFamily.IPv4), ("ipv6", IpFamily.IPv6));

    public static ScalarFormat<string> Variable { get; } =
        Of("an environment variable", ProbeNotation.ReadVariable, ProbeNotation.VariablePattern, "PROBE_TOKEN");

    public static ScalarFormat<string> File { get; } =
        Of("a file name", ProbeNotation.ReadFile, ProbeNotation.FilePattern, "probe-token");

    public static ScalarFormat<ProbeBeat> Beat { get; } =
        Words.Of("something to send over a held connection", ("ping", ProbeBeat.Ping), ("echo", ProbeBeat.Echo));

    public static ScalarFormat<int> Handshakes { get; } = Range("handshakes a second", 1, 200, "10");

    public static ScalarFormat<int> Connections { get; } = Range("a number of connections", 1, 100_000, "10");

    public static ScalarFormat<int> ConnectsPerSecond { get; } = Range("openings a second", 1, 50_000, "50");

    private static ScalarFormat<string> Of(string what, Func<string, Parsed<string>> read, string pattern, string example) =>
        new(what, read)
    {
        Examples = [example],
        Schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern },
        IsText = true,
    };

    private static ScalarFormat<int> Range(string what, int least, int most, string example) => new(what, text => Read(text, least, most))
    {
        Examples = [example],
        IsNumber = true,
        Schema = new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most },
    };

    private static Parsed<int> Read(string text, int least, int most)
    {
        var count = CountNotation.Read(text);
        return count.IsGood && (count.Value < least || count.Value > most)
            ? new Fault(
                FormattableString.Invariant($"{count.Value} is not between {least} and {most}"),
                FormattableString.Invariant($"{Math.Clamp(count.Value, least, most)}"))
            : count;
    }
}

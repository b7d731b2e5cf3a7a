using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Yaml;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>A text that probes send: written out, or { env: … } or { file: … } where it is a secret.</summary>
internal sealed class ProbeTextFormat : ValueFormat<ProbeText>, IExampleFormat
{
    private static readonly Key<string> Env = new(
        "env", ProbeScalars.Variable, "An environment variable of the host that holds the text; its name begins with PROBE_.");

    private static readonly Key<string> File = new(
        "file", ProbeScalars.File, "A file in the host's folder of secrets that holds the text.");

    private static readonly MappingFormat<ProbeText> Reference = new("a reference to a secret", [Env, File], Build)
    {
        Choice = new KeyChoice("one place", [[Env], [File]]),
    };

    public static ProbeTextFormat Instance { get; } = new();

    public string Example => "{ env: PROBE_TOKEN }";

    public override Located<ProbeText>? Read(YamlNode node, ProblemLog problems) => node is YamlMapping
        ? Reference.Read(node, problems)
        : ProbeScalars.Text.Read(node, problems) is { } text ? new Located<ProbeText>(new ProbeLiteral(text.Value), text.Place) : null;

    public override YamlNode Respell(YamlNode node, IMappingFormat? outer, ProblemLog problems) =>
        node is YamlMapping ? Reference.Respell(node, null, problems) : node;

    public override JsonObject ToSchema() => new() { ["oneOf"] = new JsonArray(ProbeScalars.Text.ToSchema(), Reference.ToSchema()) };

    private static ProbeText? Build(Section section)
    {
        var (variable, file) = (section.Read(Env), section.Read(File));
        return section.Has(Env) == section.Has(File) ? null
            : variable is not null ? new ProbeVariable(variable.Value)
            : file is not null ? new ProbeFile(file.Value)
            : null;
    }
}

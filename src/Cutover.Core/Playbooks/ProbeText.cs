using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>A text that probes send. A secret is only ever named here, so that playbooks can be shown to everyone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "from")]
[JsonDerivedType(typeof(ProbeLiteral), "text")]
[JsonDerivedType(typeof(ProbeVariable), "env")]
[JsonDerivedType(typeof(ProbeFile), "file")]
public abstract record ProbeText;

/// <summary>The text itself.</summary>
public sealed record ProbeLiteral(string Text) : ProbeText;

/// <summary>The value of an environment variable of the host; its name begins with PROBE_.</summary>
public sealed record ProbeVariable(string Name) : ProbeText;

/// <summary>The content of a file in the host's folder of secrets, without a line break at its end.</summary>
/// <param name="Name">A file name without a folder.</param>
public sealed record ProbeFile(string Name) : ProbeText;

namespace Cutover.Cli.Playbooks;

/// <summary>The JSON output of "playbook".</summary>
internal sealed record RunPlaybook(long RunId, string Playbook);

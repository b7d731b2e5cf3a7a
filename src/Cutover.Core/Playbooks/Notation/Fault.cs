namespace Cutover.Core.Playbooks.Notation;

/// <summary>Why a text is not the value it should be, and what to write instead.</summary>
public sealed record Fault(string Message, string Mend);

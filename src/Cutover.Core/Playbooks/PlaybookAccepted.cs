namespace Cutover.Core.Playbooks;

/// <summary>The file says this, and nothing is wrong with it.</summary>
public sealed record PlaybookAccepted(Playbook Playbook) : PlaybookReading;

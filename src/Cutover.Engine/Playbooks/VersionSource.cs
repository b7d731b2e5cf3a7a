namespace Cutover.Engine.Playbooks;

/// <summary>A text on its way to become a version.</summary>
internal sealed record VersionSource(string Playbook, string Text, PlaybookOrigin Origin, string? Note = null, string? File = null);

namespace Cutover.Engine.Api;

/// <summary>POST /api/v1/playbooks/{name}/archive. Answers 200 with a PlaybookVersionView, 404, or 409 when the head is another version.</summary>
/// <param name="Base">Number of the version that was looked at.</param>
/// <param name="Note">Why; kept with the version.</param>
public sealed record ArchivePlaybookRequest(int Base, string? Note = null);

namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/playbooks. Answers 201 with a PlaybookVersionView, 200 when the head had this text already, 409 with the difference when the
/// head is another version than the text was made from, 422 with problems of the text.
/// </summary>
/// <param name="Text">The whole text; the playbook is the one that it names.</param>
/// <param name="Base">Number of the version that the text was made from; null for a playbook that is new.</param>
/// <param name="Note">Why; kept with the version.</param>
public sealed record SavePlaybookRequest(string Text, int? Base = null, string? Note = null);

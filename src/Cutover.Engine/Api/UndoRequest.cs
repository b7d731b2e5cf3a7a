namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/conversions/{id}/undo. Answers 200 with a ConversionView, 409 when the zone has changed since, 404 without such a conversion.
/// </summary>
/// <param name="Reason">Why; kept on record.</param>
public sealed record UndoRequest(string? Reason = null);

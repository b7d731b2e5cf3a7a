namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/conversions/{id}/undo. Answers 200 with a ConversionView, 409 when the zone has changed since, 404 without such a
/// conversion, 502 when Route 53 cannot be read or does not take it.
/// </summary>
/// <param name="Reason">Why; kept on record.</param>
public sealed record UndoRequest(string? Reason = null);

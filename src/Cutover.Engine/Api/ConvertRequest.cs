namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/conversions. Answers 201 with a ConversionView, 409 when the zone has changed since the preview, or as a preview does.
/// </summary>
/// <param name="Conversion">As it was given to the preview.</param>
/// <param name="Checksum">The preview's.</param>
/// <param name="Reason">Why; kept on record.</param>
public sealed record ConvertRequest(ConversionRequest Conversion, string Checksum, string? Reason = null);

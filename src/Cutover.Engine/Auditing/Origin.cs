namespace Cutover.Engine.Auditing;

/// <summary>Who asks for something, and from where.</summary>
/// <param name="Who">As the decision log names them.</param>
/// <param name="Person">Their account; null where nobody proved who they are, as with a shared token.</param>
/// <param name="Token">The name of the API token they ask with; null for a session.</param>
/// <param name="From">Their address; null when they do not ask over the network.</param>
public sealed record Origin(string Who, string? Person = null, string? Token = null, string? From = null);

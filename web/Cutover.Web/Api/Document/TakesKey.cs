namespace Cutover.Web.Api.Document;

/// <summary>Marks an endpoint whose requests may have a key.</summary>
internal sealed record TakesKey;

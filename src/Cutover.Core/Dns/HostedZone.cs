namespace Cutover.Core.Dns;

/// <summary>A hosted zone.</summary>
/// <param name="Id">Without the "/hostedzone/" prefix.</param>
/// <param name="Name">Lower case, with the trailing dot.</param>
/// <param name="IsPrivate">True for a zone that only VPCs see.</param>
public sealed record HostedZone(string Id, string Name, bool IsPrivate);

namespace Cutover.Engine.Aws.Route53;

/// <param name="Id">Without the "/hostedzone/" that Route 53 writes before it.</param>
/// <param name="Name">Lower case, with the trailing dot.</param>
/// <param name="IsPrivate">Answers only inside VPCs: two zones of one name may exist, one private and one not.</param>
public sealed record HostedZone(string Id, string Name, bool IsPrivate);

namespace Cutover.Core.StackStatistics;

/// <summary>One server behind a proxy, as the proxy counts it.</summary>
/// <param name="Name">For example "app/app1" (HAProxy: proxy and server) or "app/10.0.0.1:8080" (Envoy: cluster and host).</param>
/// <param name="Open">Connections open to it now.</param>
/// <param name="Upgrades">Upgrades it answered, or requests it was sent where upgrades are not told apart, since the process began.</param>
public sealed record BackendSample(string Name, long Open, long Upgrades);

using System.Text.Json.Serialization;

namespace Cutover.Core.Playbooks;

/// <summary>Where one instance of a stack tells its statistics.</summary>
/// <param name="Address">Without user and password.</param>
/// <param name="Credentials">Where user and password are found; null without.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "of")]
[JsonDerivedType(typeof(EnvoyAdmin), "envoy")]
[JsonDerivedType(typeof(HaproxyStatistics), "haproxy")]
[JsonDerivedType(typeof(HaproxyPrometheus), "haproxy-prometheus")]
public abstract record StatisticsEndpoint(Uri Address, CredentialsReference? Credentials);

/// <summary>Envoy's admin interface.</summary>
/// <param name="Address">http or https; the paths of the interface are appended.</param>
/// <param name="StatPrefix">The stat_prefix of the HTTP connection manager that takes the WebSockets; null for all of them.</param>
/// <param name="Credentials">For a proxy in front of it, as Envoy itself asks for none; null without.</param>
public sealed record EnvoyAdmin(Uri Address, string? StatPrefix = null, CredentialsReference? Credentials = null)
    : StatisticsEndpoint(Address, Credentials);

/// <summary>HAProxy's statistics page as CSV, or its statistics socket.</summary>
/// <param name="Address">http or https with the whole path, such as /stats;csv; or unix with the socket's path; or tcp.</param>
/// <param name="Proxy">The backend (or listen section) that holds the WebSockets; null for all that have servers.</param>
/// <param name="Credentials">Of the statistics page; null without.</param>
public sealed record HaproxyStatistics(Uri Address, string? Proxy = null, CredentialsReference? Credentials = null)
    : StatisticsEndpoint(Address, Credentials);

/// <summary>HAProxy's built-in Prometheus exporter.</summary>
/// <param name="Address">http or https with the whole path, such as /metrics.</param>
/// <param name="Proxy">The backend (or listen section) that holds the WebSockets; null for all that have servers.</param>
/// <param name="Credentials">Null without.</param>
public sealed record HaproxyPrometheus(Uri Address, string? Proxy = null, CredentialsReference? Credentials = null)
    : StatisticsEndpoint(Address, Credentials);

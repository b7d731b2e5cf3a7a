namespace Cutover.Lab.Edges.Statistics;

/// <summary>Whose statistics an edge offers.</summary>
public enum StatisticsDialect
{
    /// <summary>HAProxy's page: /stats;csv and the head of /stats.</summary>
    Haproxy,

    /// <summary>Envoy's admin interface: /stats?format=json, /server_info, /ready and /clusters?format=json.</summary>
    Envoy,
}

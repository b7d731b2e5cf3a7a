namespace Cutover.Lab.Route53;

/// <summary>The operations of the API that the emulator knows.</summary>
public enum Route53Operation
{
    /// <summary>A request for anything else.</summary>
    Unknown,

    /// <summary>POST /2013-04-01/hostedzone</summary>
    CreateHostedZone,

    /// <summary>GET /2013-04-01/hostedzone/{id}</summary>
    GetHostedZone,

    /// <summary>GET /2013-04-01/hostedzone</summary>
    ListHostedZones,

    /// <summary>GET /2013-04-01/hostedzonesbyname</summary>
    ListHostedZonesByName,

    /// <summary>GET /2013-04-01/hostedzone/{id}/rrset</summary>
    ListResourceRecordSets,

    /// <summary>POST /2013-04-01/hostedzone/{id}/rrset</summary>
    ChangeResourceRecordSets,

    /// <summary>GET /2013-04-01/change/{id}</summary>
    GetChange,

    /// <summary>GET /2013-04-01/healthcheck/{id}/status</summary>
    GetHealthCheckStatus,

    /// <summary>GET /2013-04-01/testdnsanswer</summary>
    TestDNSAnswer,
}

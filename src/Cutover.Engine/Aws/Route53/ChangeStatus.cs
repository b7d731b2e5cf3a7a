namespace Cutover.Engine.Aws.Route53;

public enum ChangeStatus
{
    /// <summary>Accepted, and not yet at every name server.</summary>
    Pending,

    /// <summary>At every name server; caches may still hold the old answer for its TTL.</summary>
    InSync,
}

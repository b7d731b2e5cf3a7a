namespace Cutover.Core.Dns;

/// <summary>What a change of a batch does; named as in the Route 53 API, in the order a batch has to list them.</summary>
public enum ChangeAction
{
    Delete,
    Create,
    Upsert,
}

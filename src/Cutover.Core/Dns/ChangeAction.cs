namespace Cutover.Core.Dns;

/// <summary>What a line of a change batch does; named as in the Route 53 API, in the order that a batch has to list them.</summary>
public enum ChangeAction
{
    /// <summary>Fails unless the set exists exactly as given.</summary>
    Delete,

    /// <summary>Fails when the set exists already.</summary>
    Create,

    /// <summary>Creates or overwrites, whatever is there.</summary>
    Upsert,
}

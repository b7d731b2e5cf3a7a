namespace Cutover.Lab.Route53.Changes;

/// <summary>What a change does with its record set.</summary>
internal enum ChangeAction
{
    /// <summary>Fails when the set exists.</summary>
    Create,

    /// <summary>Fails unless the set exists exactly as given.</summary>
    Delete,

    /// <summary>Creates or replaces.</summary>
    Upsert,
}

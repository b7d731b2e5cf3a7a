namespace Cutover.Engine.Aws.Route53;

public enum ChangeAction
{
    /// <summary>Fails when the set exists already.</summary>
    Create,

    /// <summary>Fails unless the set exists exactly as given.</summary>
    Delete,

    /// <summary>Creates or overwrites, whatever is there.</summary>
    Upsert,
}

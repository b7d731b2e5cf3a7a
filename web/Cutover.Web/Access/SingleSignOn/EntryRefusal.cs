namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Why somebody whom the provider vouches for does not come in.</summary>
internal enum EntryRefusal
{
    /// <summary>Neither the provider nor an admin gives them a role.</summary>
    NoRole,

    /// <summary>An admin closed their account.</summary>
    Closed,
}

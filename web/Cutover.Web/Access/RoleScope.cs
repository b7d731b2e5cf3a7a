namespace Cutover.Web.Access;

/// <summary>What a role is needed for.</summary>
internal enum RoleScope
{
    Anything,

    /// <summary>The playbook of the run in the route.</summary>
    Run,

    /// <summary>The playbook of the conversion in the route.</summary>
    Conversion,
}

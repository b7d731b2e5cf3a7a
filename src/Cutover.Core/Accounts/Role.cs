namespace Cutover.Core.Accounts;

/// <summary>What a person may do; each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer,

    /// <summary>Starts runs, acts on them, and converts records.</summary>
    Operator,

    /// <summary>Also manages accounts, tokens of others and the lab, and reads the audit.</summary>
    Admin,
}

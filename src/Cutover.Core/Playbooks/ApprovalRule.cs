namespace Cutover.Core.Playbooks;

/// <summary>Who must approve a step.</summary>
public enum ApprovalRule
{
    /// <summary>Anyone who may act on the run.</summary>
    Required,

    /// <summary>Somebody else than whoever started it.</summary>
    SecondPerson,
}

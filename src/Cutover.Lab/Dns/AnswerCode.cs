namespace Cutover.Lab.Dns;

/// <summary>The response codes the lab's name server gives.</summary>
public enum AnswerCode
{
    /// <summary>The name exists, with or without records of the type.</summary>
    NoError,

    /// <summary>The name does not exist (NXDOMAIN).</summary>
    NameError,

    /// <summary>No zone in force here holds the name.</summary>
    Refused,
}

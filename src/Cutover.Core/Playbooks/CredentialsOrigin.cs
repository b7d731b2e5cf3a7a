namespace Cutover.Core.Playbooks;

/// <summary>Where credentials are kept.</summary>
public enum CredentialsOrigin
{
    /// <summary>A variable in the environment of the host.</summary>
    Environment,

    /// <summary>A file that the host can read; one line break at its end is not part of the secret.</summary>
    File,
}

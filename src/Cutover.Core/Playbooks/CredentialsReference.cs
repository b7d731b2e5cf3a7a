namespace Cutover.Core.Playbooks;

/// <summary>Where "user:password" is found when it is needed. A playbook is shown to everyone and never holds a secret itself.</summary>
/// <param name="Origin">What kind of place.</param>
/// <param name="Name">The variable's name, or the file's absolute path.</param>
public sealed record CredentialsReference(CredentialsOrigin Origin, string Name)
{
    public override string ToString() => $"{(Origin == CredentialsOrigin.Environment ? "env" : "file")}:{Name}";
}

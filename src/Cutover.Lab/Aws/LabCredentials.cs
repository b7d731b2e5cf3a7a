namespace Cutover.Lab.Aws;

/// <summary>One access key that the lab's emulators accept.</summary>
/// <param name="AccessKeyId">Named in the credential scope of a request.</param>
/// <param name="SecretAccessKey">Known to both sides, never sent.</param>
public sealed record LabCredentials(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The secret stays out of logs and test output.</summary>
    public override string ToString() => $"{nameof(LabCredentials)} {{ {nameof(AccessKeyId)} = {AccessKeyId} }}";
}

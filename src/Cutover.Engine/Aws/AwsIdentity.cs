namespace Cutover.Engine.Aws;

/// <summary>Who signs requests, as far as people may see it. Holds no secret.</summary>
/// <param name="AccessKeyId">The access key's id, which AWS itself prints in messages and logs.</param>
/// <param name="Origin">Where the key comes from, in words that follow "from".</param>
/// <param name="Renewal">What a person does to get new ones, as a request.</param>
public sealed record AwsIdentity(string AccessKeyId, string Origin, string Renewal);

using System.Collections.Concurrent;

namespace Cutover.Lab.Aws;

/// <summary>The access keys that an emulator knows. They can be added, expired and forgotten while it runs, by several threads.</summary>
public sealed class LabKeyRing
{
    private readonly ConcurrentDictionary<string, (LabCredentials Key, bool Expired)> _keys = new(StringComparer.Ordinal);

    /// <summary>Accepts a key, from now on; one of the same id gives way to it.</summary>
    public void Accept(LabCredentials key) => _keys[key.AccessKeyId] = (key, false);

    /// <summary>Refuses a key as AWS refuses temporary credentials whose time is over: ExpiredToken.</summary>
    public void Expire(LabCredentials key) => _keys[key.AccessKeyId] = (key, true);

    /// <summary>Refuses a key as one that has never been: InvalidClientTokenId.</summary>
    public void Forget(LabCredentials key) => _keys.TryRemove(key.AccessKeyId, out _);

    internal LabCredentials? Find(string accessKeyId) => _keys.TryGetValue(accessKeyId, out var found) ? found.Key : null;

    internal bool HasExpired(string accessKeyId) => _keys.TryGetValue(accessKeyId, out var found) && found.Expired;
}

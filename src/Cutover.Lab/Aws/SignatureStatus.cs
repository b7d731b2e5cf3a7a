namespace Cutover.Lab.Aws;

/// <summary>What became of checking the signature of one request.</summary>
public enum SignatureStatus
{
    /// <summary>Signed by a known key, now, for this service and region.</summary>
    Valid,

    /// <summary>There is no Authorization header.</summary>
    MissingAuthenticationToken,

    /// <summary>There is an Authorization header, but a part of it or the date is missing or malformed.</summary>
    IncompleteSignature,

    /// <summary>The access key is not known.</summary>
    InvalidClientTokenId,

    /// <summary>The signature, its scope or its signed headers are wrong.</summary>
    SignatureDoesNotMatch,

    /// <summary>The signature is right, but the credentials' time is over.</summary>
    ExpiredToken,

    /// <summary>The request was signed more than five minutes away from this clock, in either direction.</summary>
    RequestExpired,
}

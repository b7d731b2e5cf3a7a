namespace Cutover.Engine.Aws;

/// <summary>Why a call did not succeed, by what the caller can do about it.</summary>
public enum AwsFailureKind
{
    /// <summary>Too many requests: AWS said so, or no request token came free in the time the call had.</summary>
    Throttled,

    /// <summary>Route 53 is still working on an earlier change of the same zone.</summary>
    PriorRequestNotComplete,

    /// <summary>An answer of 5xx, an answer nobody can read, a timeout, or no connection.</summary>
    Unavailable,

    /// <summary>The identity is known, and may not do this.</summary>
    Denied,

    /// <summary>The hosted zone, change or other named thing does not exist.</summary>
    NotFound,

    /// <summary>Route 53 refused the batch as a whole; nothing was changed. Each reason is in <see cref="AwsFailure.Details"/>.</summary>
    InvalidChangeBatch,

    /// <summary>No credentials were found, or those found have expired or are unknown. Others were asked for once, in vain.</summary>
    Credentials,

    /// <summary>This machine's clock is too far from AWS's, and signing by AWS's clock did not help.</summary>
    Clock,

    /// <summary>The request itself is wrong; sending it again cannot help.</summary>
    Invalid,
}

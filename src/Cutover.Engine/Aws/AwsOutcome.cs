using System.Diagnostics.CodeAnalysis;

namespace Cutover.Engine.Aws;

/// <summary>What a call came to: a value or the reason there is none. There is no third case.</summary>
public abstract record AwsOutcome<T>
{
    private AwsOutcome()
    {
    }

    /// <summary>For callers that go on with the value and return early on the failure.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out AwsFailure? failure)
    {
        value = this is Success success ? success.Value : default;
        failure = (this as Failure)?.Reason;
        return failure is null;
    }

    public static implicit operator AwsOutcome<T>(T value) => new Success(value);

    public static implicit operator AwsOutcome<T>(AwsFailure reason) => new Failure(reason);

    public sealed record Success(T Value) : AwsOutcome<T>;

    public sealed record Failure(AwsFailure Reason) : AwsOutcome<T>;
}

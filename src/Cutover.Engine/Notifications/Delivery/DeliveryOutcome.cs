namespace Cutover.Engine.Notifications.Delivery;

/// <summary>What a try came to.</summary>
internal abstract record DeliveryOutcome;

/// <summary>The channel took the message.</summary>
internal sealed record Delivered : DeliveryOutcome;

/// <summary>It did not, or did not say so.</summary>
/// <param name="Why">In words, without a secret.</param>
/// <param name="IsLasting">Another try would come to the same.</param>
/// <param name="RetryAfter">How long the channel asks to be left alone; null where it did not say.</param>
internal sealed record NotDelivered(string Why, bool IsLasting, TimeSpan? RetryAfter = null) : DeliveryOutcome;

namespace Cutover.Engine.Notifications.Addresses;

/// <summary>A host name leads nowhere where messages may go. It passes through HttpClient, which knows failures as exceptions only.</summary>
internal sealed class AddressRefusedException(string words) : Exception(words);

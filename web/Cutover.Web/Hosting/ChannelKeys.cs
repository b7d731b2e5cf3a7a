using Cutover.Engine.Notifications.Channels;

namespace Cutover.Web.Hosting;

/// <summary>
/// Finds settings of channels that cannot be read. The binder leaves such a channel out of its dictionary without a word, and nobody would
/// be told of a run.
/// </summary>
internal static class ChannelKeys
{
    /// <exception cref="FormatException">A key is unknown, or its value is none that it can have.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var channel in configuration.GetSection("Cutover:Notifications:Channels").GetChildren())
        {
            try
            {
                channel.Get<ChannelOptions>(binder => binder.ErrorOnUnknownConfiguration = true);
            }
            catch (InvalidOperationException failure)
            {
                throw new FormatException($"{channel.Path}: {failure.Message}", failure);
            }
        }
    }
}

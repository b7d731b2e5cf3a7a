using System.Security.Cryptography;

namespace Cutover.Engine.Probes;

/// <summary>
/// Random bytes for keys and masks (RFC 6455, 4.1 and 5.3), from the system's generator by the kilobyte: asking it for a few at a time
/// would cost more than the frame around them.
/// </summary>
internal static class Nonces
{
    private const int Stock = 1024;

    [ThreadStatic]
    private static byte[]? stock;

    [ThreadStatic]
    private static int left;

    /// <param name="target">At most 1,024 bytes.</param>
    public static void Fill(Span<byte> target)
    {
        if (left < target.Length)
        {
            stock ??= new byte[Stock];
            RandomNumberGenerator.Fill(stock);
            left = Stock;
        }

        left -= target.Length;
        stock.AsSpan(left, target.Length).CopyTo(target);
    }
}

using System.Net.WebSockets;
using CsCheck;
using Cutover.Engine.Probes;

namespace Cutover.Engine.Tests.Probes;

/// <summary>
/// The engine's own frame reader against the framework's: the same bytes, the same end. Left out is what a probe cannot see, because it
/// reads
/// past payloads: text that is not UTF-8.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly byte[] Closing = [0x88, 2, 0x03, 0xE9];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public Task A_message_of_any_length_is_read_whole(int length) => AssertSameEnd([.. Frame(0x82, length), .. Closing], "closed 1001");

    [Fact]
    public Task A_message_in_fragments_with_control_frames_in_between_is_one() => AssertSameEnd(
        [.. Frame(0x01, 5), .. Frame(0x89, 125), .. Frame(0x00, 0), .. Frame(0x8A, 3), .. Frame(0x80, 126), .. Closing], "closed 1001");

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(1013)]
    [InlineData(3000)]
    [InlineData(4999)]
    public Task A_close_code_is_told(int code) => AssertSameEnd([0x88, 2, (byte)(code >> 8), (byte)code], $"closed {code}");

    [Fact]
    public Task A_close_frame_may_say_why() => AssertSameEnd([0x88, 5, 0x03, 0xE8, .. "bye"u8], "closed 1000");

    [Fact]
    public async Task A_close_frame_may_be_empty()
    {
        // The framework calls that normal; the protocol (7.1.5) says that no code was received.
        Assert.Equal("closed 1000", await OracleEndAsync([0x88, 0]));
        Assert.Equal("closed 1005", await OwnEndAsync([0x88, 0], 1));
    }

    [Theory]
    [InlineData("C200", "a reserved bit")]
    [InlineData("A200", "another reserved bit")]
    [InlineData("8300", "an unknown data opcode")]
    [InlineData("8B00", "an unknown control opcode")]
    [InlineData("828000000000", "a masked frame")]
    [InlineData("0900", "a control frame in fragments")]
    [InlineData("897E007E", "a control frame that is too long")]
    [InlineData("8000", "a continuation of nothing")]
    [InlineData("02008200", "a message inside a message")]
    [InlineData("880103", "a close code of one byte")]
    [InlineData("880203E7", "a close code below all")]
    [InlineData("880203ED", "a close code that never travels")]
    [InlineData("880203EE", "another close code that never travels")]
    [InlineData("88021388", "a close code above all")]
    [InlineData("880403E8C328", "a reason that is not UTF-8")]
    [InlineData("827FFFFFFFFFFFFFFFFF", "a negative length")]
    public async Task Bytes_that_no_server_may_send_are_refused(string hex, string what)
    {
        Assert.NotEmpty(what);
        await AssertSameEnd([.. Convert.FromHexString(hex), .. Closing], "violation");
    }

    [Theory]
    [InlineData("")]
    [InlineData("82")]
    [InlineData("8205010203")]
    public Task A_connection_that_just_ends_is_no_close(string hex) => AssertSameEnd(Convert.FromHexString(hex), "cut off");

    [Fact]
    public Task Any_sequence_of_good_frames_in_any_pieces_is_read_to_its_end() =>
        Gen.Select(Gen.Int[0, 300].Array[0, 12], Gen.Int[1, 400], Gen.Bool).SampleAsync(async (lengths, piece, isFragmented) =>
        {
            byte[] bytes = [.. lengths.SelectMany((length, i) => Sound(length, i, lengths.Length, isFragmented)), .. Closing];
            Assert.Equal("closed 1001", await OwnEndAsync(bytes, piece));
        }, iter: 30, threads: 1);

    private static byte[] Sound(int length, int place, int count, bool isFragmented) => isFragmented
        ? [.. Frame((byte)((place == 0 ? 0x02 : 0x00) | (place == count - 1 ? 0x80 : 0)), length), .. Frame(0x8A, length % 126)]
        : Frame(0x82, length);

    private static byte[] Frame(byte first, int length) => length switch
    {
        <= 125 => [first, (byte)length, .. new byte[length]],
        <= 65_535 => [first, 126, (byte)(length >> 8), (byte)length, .. new byte[length]],
        _ => [first, 127, 0, 0, 0, 0, 0, (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. new byte[length]],
    };

    private static async Task AssertSameEnd(byte[] bytes, string expected)
    {
        Assert.Equal(expected, await OracleEndAsync(bytes));
        Assert.Equal(expected, await OwnEndAsync(bytes, bytes.Length + 1));
        Assert.Equal(expected, await OwnEndAsync(bytes, 1 + (bytes.Length / 50)));
    }

    private static async Task<string> OwnEndAsync(byte[] bytes, int piece)
    {
        var end = await Holds.EndAsync(
            async peer =>
            {
                await peer.UpgradeAsync();
                foreach (var part in bytes.Chunk(piece))
                {
                    await peer.SendAsync(part);
                }

                peer.HangUp();
                await peer.SwallowAsync();
            },
            new ProbeOptions { BeatInterval = TimeSpan.FromHours(1), BeatDeadline = TimeSpan.FromMinutes(1) });
        return end.Kind switch
        {
            HeldEndKind.CloseFrame => $"closed {end.CloseCode}",
            HeldEndKind.Violation => "violation",
            HeldEndKind.Fin => "cut off",
            _ => end.ToString(),
        };
    }

    private static async Task<string> OracleEndAsync(byte[] bytes)
    {
        using var oracle = WebSocket.CreateFromStream(new Replay(bytes), new WebSocketCreationOptions { IsServer = false });
        try
        {
            WebSocketReceiveResult read;
            do
            {
                read = await oracle.ReceiveAsync(new ArraySegment<byte>(new byte[100_000]), TestContext.Current.CancellationToken);
            }
            while (read.MessageType != WebSocketMessageType.Close);
            return $"closed {(int?)read.CloseStatus ?? 1005}";
        }
        catch (WebSocketException refused)
        {
            return refused.WebSocketErrorCode == WebSocketError.ConnectionClosedPrematurely ? "cut off" : "violation";
        }
    }

    /// <summary>Gives these bytes and then ends; takes whatever is written.</summary>
    private sealed class Replay(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;
    }
}

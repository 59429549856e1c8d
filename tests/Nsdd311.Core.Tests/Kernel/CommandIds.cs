using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Tests.Kernel;

/// <summary>Ids of commands are stored: the same parts make the same id for ever.</summary>
public sealed class CommandIds
{
    [Fact]
    public void The_id_of_these_parts_never_changes()
    {
        var id = CommandId.Of("dod.ao", "POST", "/api/v1/proposals", "key-1");

        id.ToString().Should().Be("ab3cb319f5db0580609d07c0da9a43603b13608bc28b7b9e25275d44cd1bac89");
        id.ToGuid().Should().Be(Guid.Parse("ab3cb319-f5db-8580-a09d-07c0da9a4360"));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("")]
    [InlineData("é€𝄞", "nämlich")]
    public void An_id_is_the_hash_of_each_part_after_its_length(params string[] parts) => CommandId.Of(parts).ToString().Should().Be(Defined(parts));

    [Theory]
    [InlineData(341)]
    [InlineData(342)]
    [InlineData(100_000)]
    public void Parts_may_be_of_any_length(int length)
    {
        string[] parts = [new('€', length), "short"];

        CommandId.Of(parts).ToString().Should().Be(Defined(parts));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void What_is_no_id_is_not_read(string text) => FluentActions.Invoking(() => CommandId.Parse(text)).Should().Throw<FormatException>();

    private static string Defined(string[] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        foreach (var bytes in parts.Select(Encoding.UTF8.GetBytes))
        {
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

namespace CompModel.Tests;

public sealed class EntityHash_Tests
{
    [Fact]
    public void Hash_is_the_first_eight_bytes_of_the_digest_little_endian()
    {
        // SHA-256("abc") = ba7816bf 8f01cfea …, FIPS 180-4's example.
        Assert.Equal(0xeacf018fbf1678baul, EntityHash.Of("abc"));
    }

    [Fact]
    public void Hash_of_an_accented_id_is_that_of_its_utf8()
    {
        // printf 'Zo\xc3\xab' | sha256sum
        Assert.Equal(0x10c12f589826a1c6ul, EntityHash.Of("Zo\u00EB"));
    }

    [Fact]
    public void Combined_and_ready_letters_have_one_hash() => Assert.Equal(EntityHash.Of("Zo\u00EB"), EntityHash.Of("Zoe\u0308"));

    [Fact]
    public void Upper_and_lower_case_differ() => Assert.NotEqual(EntityHash.Of("R-1"), EntityHash.Of("r-1"));

    [Fact]
    public void Empty_and_malformed_ids_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => EntityHash.Of(null!));
        Assert.Throws<ArgumentException>(() => EntityHash.Of(""));
        Assert.Throws<ArgumentException>(() => EntityHash.Of("R-\uD800"));
        Assert.Throws<ArgumentException>(() => EntityHash.Of("\uDC00x"));
    }
}

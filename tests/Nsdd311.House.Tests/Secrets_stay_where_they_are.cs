namespace Nsdd311.House;

public sealed class Secrets_stay_where_they_are
{
    [Theory]
    [InlineData("bin/\n*.key\n")]
    [InlineData("bin/\n.env\n")]
    [InlineData(".env\n*.key\n!sample.key\n")]
    public void What_git_would_keep_is_seen(string ignored) => Ignored.ByGit(ignored).Should().ContainSingle();

    [Theory]
    [InlineData("**/.env\n*.key\n")]
    [InlineData(".env\n**/*.key\n")]
    public void What_an_image_would_be_built_from_is_seen(string ignored) => Ignored.ByDocker(ignored).Should().ContainSingle();

    [Fact]
    public void Neither_git_nor_an_image_takes_a_secret() =>
        Ignored.ByGit(Repository.Read(".gitignore")).Concat(Ignored.ByDocker(Repository.Read(".dockerignore"))).ShouldBeNone();
}

namespace Nsdd311.Imports;

/// <summary>How a file of past contacts is read (8-charter, section 4). Charter data; nothing of it is code.</summary>
/// <param name="Name">The profile's name.</param>
public sealed record ImportProfile(string Name);

namespace CompModel.Files;

/// <summary>A file that was read, as a manifest lists it.</summary>
/// <param name="Name">The name inside the folder.</param>
/// <param name="Bytes">The size in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in small hexadecimal digits.</param>
public sealed record InputFile(string Name, long Bytes, string Sha256);

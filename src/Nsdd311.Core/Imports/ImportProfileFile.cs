using System.Text.Json;
using Nsdd311.Charters;

namespace Nsdd311.Imports;

/// <summary>Reads the import profiles of a charter file.</summary>
public static class ImportProfileFile
{
    /// <summary>The profiles; what is wrong is added to the faults.</summary>
    /// <param name="element">The list of profiles.</param>
    /// <param name="path">Its JSON path.</param>
    /// <param name="faults">Where faults are kept.</param>
    public static ValueList<ImportProfile> Read(JsonElement element, string path, ICollection<CharterFault> faults)
    {
        if (element.ValueKind is not JsonValueKind.Array || element.GetArrayLength() > 0) faults.Add(new(path, "must be an empty list."));
        return [];
    }
}

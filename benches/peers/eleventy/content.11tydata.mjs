// Where each page goes: beside its file, under the same name.
// In: the data of a page. Out: its path. Never a folder for each page.
export default { permalink: (data) => `${data.page.filePathStem}.html` };
